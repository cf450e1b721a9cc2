# Makefile — builds, tests, installs and shows Facturier (GNU make, POSIX sh).
# Facturier. SPDX-License-Identifier: Apache-2.0

PREFIX ?= /usr/local
DESTDIR ?=
BINDIR = $(PREFIX)/bin
DATADIR = $(PREFIX)/share
UNITDIR = $(PREFIX)/lib/systemd/system
# The reader is looked for beside facturier, then in /usr/libexec/facturier.
LIBEXECDIR = $(if $(filter /usr,$(PREFIX)),/usr/libexec/facturier,$(BINDIR))

SWIFT ?= swift
RELEASE = -c release --static-swift-stdlib
BUILT = .build/release
SAMPLES = watch/samples
FACTURIER = $(BUILT)/facturier --home watch

.PHONY: all build demo test check bench bench-matching bench-rules fuzz fuzz-quick install clean require packages

all: build

require:
	@SWIFT="$(SWIFT)" sh scripts/require-swift

packages: require
	@sh scripts/install-packages

# Release build; Swift's own libraries are linked in, so that the result runs without Swift.
build: packages
	$(SWIFT) build $(RELEASE)

# Files the samples in the home watch/ and shows what came of them.
demo: build
	$(FACTURIER) init
	$(FACTURIER) suppliers import $(SAMPLES)/ledger/suppliers.csv
	$(FACTURIER) ledger import $(SAMPLES)/ledger/881085468FEC20251231.txt
	cp $(SAMPLES)/*.* watch/inbox/
	$(FACTURIER) process --once; test $$? -le 1
	@echo
	$(FACTURIER) status; test $$? -le 1
	@echo
	@echo "Look at one:   $(FACTURIER) status ID"
	@echo "Approve one:   $(FACTURIER) approve ID"
	@echo "Your own:      copy invoices into watch/inbox, then make demo again"

test: packages
	$(SWIFT) build --build-tests
	OMP_THREAD_LIMIT=1 $(SWIFT) test --skip-build

# What must hold before a commit: format, floors, no warning, tests.
check: packages
	$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error \
	  -Xswiftc -warnings-as-errors
	OMP_THREAD_LIMIT=1 $(SWIFT) test --skip-build

# How fast and how well pages are read, beside tesseract and pdftotext on the same pages; then how
# fast fields are found on them.
# CORPUS= names a folder with truth/ and documents; without it the samples are measured, times only.
bench: build
	@sh scripts/install-packages poppler-utils
	@test -n "$(CORPUS)" || echo "No CORPUS=folder named: $(SAMPLES), times only." >&2
	$(BUILT)/facturier-bench reading --corpus "$(or $(CORPUS),$(SAMPLES))" \
	  --binary $(BUILT)/facturier $(BENCH)
	@[ -z "$(CORPUS)" ] || $(BUILT)/facturier-bench arrival --corpus "$(CORPUS)" \
	  --binary $(BUILT)/facturier
	$(BUILT)/facturier-bench store --corpus "$(or $(CORPUS),$(SAMPLES))" \
	  --reader $(BUILT)/facturier-reader --documents .build/bench-documents
	$(BUILT)/facturier-bench extraction --documents .build/bench-documents

# How fast and how surely invoices find their entries, in small and in large books.
bench-matching: build
	$(BUILT)/facturier-bench matching --entries 20000 --binary $(BUILT)/facturier
	$(BUILT)/facturier-bench matching --entries 1000000 --binary $(BUILT)/facturier
	@[ -z "$(CORPUS)" ] || $(BUILT)/facturier-bench true-matching --truth "$(CORPUS)/truth" \
	  --suppliers "$(CORPUS)/ledger/suppliers.csv" \
	  fec="$(CORPUS)/ledger/fec-iso8859-15.txt" open_items="$(CORPUS)/ledger/open_items.csv" \
	  purchase_orders="$(CORPUS)/ledger/purchase_orders.csv" ofx="$(CORPUS)/ledger/bank.ofx"

# What thousands of rule files and templates of invoice2data cost, and patterns that run away.
bench-rules: build
	@sh scripts/fetch-templates .build/bench-templates
	$(BUILT)/facturier-bench store --corpus "$(or $(CORPUS),$(SAMPLES))" \
	  --reader $(BUILT)/facturier-reader --documents .build/bench-documents
	$(BUILT)/facturier-bench templates --templates .build/bench-templates/templates \
	  --documents .build/bench-documents
	$(BUILT)/facturier-bench profiles --documents .build/bench-documents

# Broken files by the thousand, dropped into a running daemon; SEED= repeats a run.
COUNT ?= 100000
fuzz: build
	$(BUILT)/facturier-bench fuzz --count $(COUNT) $(if $(SEED),--seed $(SEED)) \
	  --binary $(BUILT)/facturier

# The same few thousand each time, on what `make test` has built.
fuzz-quick:
	.build/debug/facturier-bench fuzz --count 3000 --seed 1 --binary .build/debug/facturier

install:
	@test -x $(BUILT)/facturier || { echo "facturier is not built yet: run make build" >&2; exit 1; }
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(UNITDIR)
	install -s -m 755 $(BUILT)/facturier $(DESTDIR)$(BINDIR)/facturier
	install -s -m 755 $(BUILT)/facturier-reader $(DESTDIR)$(LIBEXECDIR)/facturier-reader
	for file in $$(cd rules && find . -name '*.yml'); do \
	  install -D -m 644 "rules/$$file" "$(DESTDIR)$(DATADIR)/facturier/rules/$$file" || exit 1; \
	done
	install -D -m 644 LICENSE $(DESTDIR)$(DATADIR)/doc/facturier/LICENSE
	sed -e 's|@BINDIR@|$(BINDIR)|g' -e 's|@LIBEXECDIR@|$(LIBEXECDIR)|g' \
	  systemd/facturier.service > $(DESTDIR)$(UNITDIR)/facturier.service
	chmod 644 $(DESTDIR)$(UNITDIR)/facturier.service

clean:
	rm -rf .build
