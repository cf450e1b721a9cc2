// placeholder, replaced in this same commit series
