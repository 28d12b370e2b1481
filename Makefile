# Each command is one script in scripts/, which says more at its head. What they
# need and the machine lacks, they install (scripts/setup.sh).
.PHONY: help demo dev test test-all lint format check-js advisories release-check bench package shots sizes setup clean

help: ## list these commands
	@scripts/help.sh

demo: ## build the demo and serve it on http://127.0.0.1:8080/
	@scripts/site.sh demo

dev: ## the same, built quickly, and reload the page on every change
	@scripts/site.sh dev

test: ## lints, builds and all tests; closes with their count
	@scripts/test.sh

test-all: ## the same, the pages in every combination of card, view, language, theme, width and colours
	@RATECARD_EVERYTHING=1 scripts/test.sh

lint: ## formatting and lints only
	@scripts/test.sh lint

format: ## write Rust and JavaScript as `make lint` wants them
	@scripts/format.sh

check-js: ## the types of the JavaScript, by tsc
	@scripts/check-js.sh

advisories: ## look for known vulnerabilities in the dependencies; fetches their list
	@scripts/deny.sh advisories

release-check: ## versions, changelog, work tree and tag (RELEASING.md)
	@node scripts/release-check.mjs --to-release

bench: ## the benchmarks
	@scripts/bench.sh

package: ## complete the npm package in pkg/
	@scripts/package.sh

shots: ## pictures of every product in every view, in target/shots
	@scripts/shots.sh

sizes: package ## accept the present download sizes (tests/sizes.json)
	@node scripts/sizes.mjs --write

setup: ## install all tools at once
	@scripts/setup.sh all

clean: ## remove all that was built here
	@scripts/clean.sh
