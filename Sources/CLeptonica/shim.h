#include <stdio.h> // allheaders.h uses FILE without including it
#include <leptonica/allheaders.h>
