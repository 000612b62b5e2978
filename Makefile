# Granary. `make` alone says what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PORT ?=
GRANARY_DATA ?= ./.granary
SERVERS ?=
ARGS ?=
ID ?=
SCRIPTS ?=
ONLY ?=

# Every recipe that needs Java starts with this: one line if there is no JDK 25.
jdk = JAVA_HOME=$$(tools/find-jdk) || exit 2; export JAVA_HOME
# Where a program follows, Maven speaks on standard error: standard output is the program's.
mvn = mvn -B -ntp
java = "$$JAVA_HOME/bin/java"
# A shell that loaded .granary/env or .env speaks of a store: tests and measurements make their own and must not meet that one.
apart = env -u GRANARY_DB_URL -u GRANARY_OWNER_PASSWORD -u GRANARY_HARVESTER_PASSWORD -u GRANARY_QUERY_PASSWORD \
	-u GRANARY_REDIS_URL -u ENCRYPTION_KEY -u GRANARY_CONFIG -u GRANARY_API_KEY
quiet = --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

.PHONY: help
help: ## What there is
	@echo 'Granary: the metadata granary of a SQL Server estate'
	@grep -hE '^[a-z_]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: demo
demo: ## Everything in one process on emulated servers  [SERVERS=file] [PORT=8080] [GRANARY_DATA=./.granary]
	@$(jdk); $(mvn) -q -pl standalone -am -DskipTests package >&2 || exit 1; \
	exec $(java) $(quiet) -jar standalone/target/standalone.jar --port $(or $(PORT),8080) --data "$(GRANARY_DATA)" $(if $(SERVERS),--servers "$(SERVERS)")

.PHONY: test
test: ## Every check and test
	@$(jdk); $(apart) $(mvn) verify

.PHONY: build
build: ## The jars, without running tests
	@$(jdk); $(mvn) -DskipTests package

.PHONY: bench
bench: ## Measure, side by side with the references  [ONLY=id,id]
	@$(jdk); $(mvn) -q -pl bench -am -DskipTests package >&2 || exit 1; \
	exec $(apart) $(java) $(quiet) -jar bench/target/bench.jar $(if $(ONLY),--only "$(ONLY)")

.PHONY: init_metadata
init_metadata: harvester/target/harvester.jar db-changelog/target/db-changelog.jar ## Migrate the store, then register config/servers.yml
	@$(jdk); $(java) $(quiet) -jar db-changelog/target/db-changelog.jar && $(java) $(quiet) -jar harvester/target/harvester.jar register

.PHONY: harvest
harvest: harvester/target/harvester.jar ## Harvest now  [ARGS="--server P --database P --json"]
	@$(jdk); exec $(java) $(quiet) -jar harvester/target/harvester.jar harvest $(ARGS)

.PHONY: relaunch
relaunch: harvester/target/harvester.jar ## Continue a run whose process died  ID=
	@test -n "$(ID)" || { echo 'relaunch needs ID=, the run; `java -jar harvester/target/harvester.jar runs` lists them' >&2; exit 2; }
	@$(jdk); exec $(java) $(quiet) -jar harvester/target/harvester.jar relaunch "$(ID)"

.PHONY: emulator
emulator: sqlserver-emulator/target/sqlserver-emulator.jar ## A stand-in SQL Server  SCRIPTS=dir [PORT=14330]
	@test -n "$(SCRIPTS)" || { echo 'emulator needs SCRIPTS=, a folder of .sql files' >&2; exit 2; }
	@$(jdk); exec $(java) $(quiet) -jar sqlserver-emulator/target/sqlserver-emulator.jar --port $(or $(PORT),14330) --scripts "$(SCRIPTS)"

.PHONY: fmt
fmt: ## Format the code
	@$(jdk); $(mvn) -q spotless:apply

%.jar:
	@$(jdk); $(mvn) -q -DskipTests -pl $(firstword $(subst /, ,$@)) -am package >&2
