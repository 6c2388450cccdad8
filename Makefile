# `make` lists what there is to do.
PREFIX ?= /usr/local
SWIFT ?= swift
STATIC = --configuration release --static-swift-stdlib $(LEAN)
# What makes the program smaller and start faster; docs/DECISIONS.md says why.
LEAN = $(addprefix -Xswiftc ,-Xfrontend -function-sections \
    -Xfrontend -disable-concrete-type-metadata-mangled-name-accessors) \
  $(addprefix -Xlinker ,--no-export-dynamic --icf=safe -z now)
KEPT = .build/release/kept
BOOK = .build/demo.kept
PACKAGES = libsqlite3-dev libncurses-dev nettle-dev libxml2-dev tzdata
SOURCES = Package.swift Sources Tests Benchmarks data/ShippedData.swift

.DEFAULT_GOAL := help
.PHONY: help packages run build test kill faults cuts soak oracle fuzz bench lint format docs demo install clean

help: ## List these
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: build ## Build, then open the workbench on the demo book
	@test -e $(BOOK) || $(KEPT) demo --database $(BOOK)
	@$(KEPT) --database $(BOOK) --collector alex

build: packages ## Build the release binary
	$(SWIFT) build $(STATIC) --product kept

test: packages ## Run all tests
	$(SWIFT) test --disable-xctest

kill: packages ## Kill the workbench 200 times while it saves, and an import 100 times
	KEPT_KILL_ROUNDS=200 KEPT_IMPORT_KILLS=100 $(SWIFT) test --disable-xctest --filter 'KillTests|KilledImport'

faults: packages ## Fail every call to the disk in turn, in every way
	KEPT_FAULTS=all $(SWIFT) test --disable-xctest --filter 'Fault|FullDisk|FailingWrite|BusyGate'

cuts: packages ## Cut the power 1,000 times, with what was not flushed in any order
	KEPT_CUTS=1000 $(SWIFT) test --disable-xctest --filter ReorderedCutTests

soak: packages ## Eight sessions, imports, checks and backups at once for 10 minutes
	KEPT_SOAK=600 $(SWIFT) test --disable-xctest --filter SoakTests

oracle: packages ## Derive 10,000 random histories by a second way
	KEPT_ORACLE=10000 $(SWIFT) test --disable-xctest --filter AccountOracleTests

fuzz: packages ## 2,000 spoilt books, random keys, files and tampered journals
	KEPT_FUZZ=2000 $(SWIFT) test --disable-xctest --filter 'HostileValueTests|RandomKeysTests|FuzzTests|TamperingTests'

bench: build ## Measure speed and size on a large book, beside other programs
	$(SWIFT) build $(STATIC) --product Bench
	@.build/release/Bench $(CURDIR)/$(KEPT) $(CURDIR)/.build/bench

lint: ## Check the format of the code
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## Format the code
	$(SWIFT) format --in-place --recursive $(SOURCES)

docs: packages ## Write the pages that are generated from the program
	$(SWIFT) build --product kept
	docs/refresh $(CHECK)

demo: build ## Make the demo book anew, for today
	rm -f $(BOOK) $(BOOK)-*
	@$(KEPT) demo --database $(BOOK)

install: build ## Install program, manual page and completions below PREFIX
	install -D -s $(KEPT) $(DESTDIR)$(PREFIX)/bin/kept
	install -D -m 644 docs/kept.1 $(DESTDIR)$(PREFIX)/share/man/man1/kept.1
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,$(COMPLETIONS))
	$(KEPT) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kept
	$(KEPT) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kept
	$(KEPT) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kept.fish

COMPLETIONS = bash-completion/completions zsh/site-functions fish/vendor_completions.d

clean: ## Remove everything that was built
	rm -rf .build

# On Debian and its kin the system libraries that are missing are installed; elsewhere they must be there.
packages:
	@command -v dpkg-query > /dev/null || exit 0; \
	missing=$$(for name in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}\n' $$name 2> /dev/null | grep -q 'ok installed' || echo $$name; done); \
	test -z "$$missing" && exit 0; \
	echo "Installing what the build needs and is missing:" $$missing; \
	sudo=$$(test $$(id -u) = 0 || echo sudo); \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing
