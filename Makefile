# Commands of the project.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: site serve check test lint bench bench-engines canaries weight schema new fields translated stale links lock wheelhouse clean help site-environment test-environment engines-environment packages node-modules lighthouse picture publish rollback drill dest

PYTHON ?= python3
PORT ?= 8000
export PYTHON

run := .venv/bin/python

# build the site into site/
site: site-environment
	$(run) scripts/build.py build

# show the site on this machine and follow every save (PORT=8000)
serve: site-environment
	$(run) scripts/build.py serve --port $(PORT)

# check data and texts, without a build
check: site-environment
	$(run) scripts/build.py check

# run every check in the order of cost: data, lint and types, tests
test: check lint packages node-modules
	@# Without -bb: hypothesis compares bytes with numbers in a cache of its own, now and then.
	$(run) -X dev -W error -m pytest

# run the checks of the code and of the YAML only
lint: test-environment
	$(run) -m ruff check .
	$(run) -m ruff format --check .
	$(run) -m yamllint --strict carriers docs mkdocs.yml tests/claims .github deploy
	.venv/bin/zizmor --offline --quiet .github/workflows deploy/github-pages.yml
	$(run) -m mypy

# measure how build time grows with the number of carriers (7 minutes)
bench: test-environment
	PYTHONPATH=scripts:tests $(run) -m bench.bench

# measure our build beside other engines on the same text (25 minutes)
bench-engines: test-environment engines-environment
	PYTHONPATH=scripts:tests $(run) -m bench.engines

# build the same pages with the engines that may come next, and compare (3 minutes)
canaries: engines-environment
	PYTHONPATH=scripts:tests .venv.engines/bin/python -m canaries.canaries

# measure six pages as a slow phone sees them, as a report
lighthouse: test-environment packages
	requirements/npm tests/lighthouse
	PYTHONPATH=scripts:tests $(run) -m lighthouse.report

# build the site and show it in a folder that a web server serves (DEST=DIR; see deploy/README.md)
publish: dest site
	PYTHONPATH=scripts $(run) -m publishing publish --site site --dest "$(DEST)"

# show the release before the current one again (DEST=DIR)
rollback: dest site-environment
	PYTHONPATH=scripts $(run) -m publishing rollback --dest "$(DEST)"

# publish ten times under load and look at every answer, as a report (3 minutes)
drill: site test-environment
	requirements/packages drill
	PYTHONPATH=scripts:tests $(run) -m drill

# draw the picture of the site in README.md anew
picture: site test-environment packages
	PYTHONPATH=scripts:tests $(run) -m picture.picture site .github/readme/site.png

# print what pages weigh, by kind
weight: site
	cd tests && PYTHONPATH=../scripts ../$(run) -m support.weight ../site

# write the schema that editors check carrier files with
schema: site-environment
	cd scripts && ../$(run) -m exporting.schema

# write a carrier file to be filled (SLUG=name)
new: site-environment
	$(run) scripts/build.py new $(SLUG)

# write the list of fields in CONTRIBUTING.md anew
fields: site-environment
	cd scripts && ../$(run) -m starting.fields

# record that translations are as new as the Chinese texts (all, or docs/en/topics/esim.md)
translated: site-environment
	$(run) scripts/build.py translated $(filter docs/%,$(MAKECMDGOALS))

# The texts that are named after `translated` are nothing to be made.
ifneq (,$(filter translated,$(MAKECMDGOALS)))
.PHONY: $(filter docs/%,$(MAKECMDGOALS))
$(filter docs/%,$(MAKECMDGOALS)): ; @:
endif

# say which facts have to be looked at again, and which to read live first
stale: site-environment
	$(run) scripts/build.py stale

# ask every source's address whether it still answers (slow; asks other hosts)
links: site-environment
	cd scripts && ../$(run) -m looking.links ../carriers ../docs/facts ../.github/refusing.txt

# make the locks in requirements/ anew, from the .in files
lock:
	folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(PYTHON) -m venv "$$folder"; \
	"$$folder/bin/python" -m pip install --quiet uv; \
	cd requirements; \
	for name in site test engines; do \
		"$$folder/bin/uv" pip compile --quiet --universal --python-version 3.11 --upgrade \
			--generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
			--output-file $$name.txt $$name.in; \
	done
	for folder in . tests/lighthouse; do \
		(cd $$folder && npm install --package-lock-only --ignore-scripts --no-audit --no-fund); \
		$(PYTHON) requirements/without-addresses.py $$folder/package-lock.json; \
	done

# fetch the Python packages into wheelhouse/, for `make site` without a network
wheelhouse:
	requirements/wheelhouse

# delete what builds and checks leave behind
clean:
	rm -rf site .site.* .venv .venv.engines wheelhouse .wheelhouse.* node_modules tests/lighthouse/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +

# list these commands
help:
	@awk '/^# /{text=substr($$0, 3)} /^[a-z-]+:/{if (text) {split($$0, name, ":"); printf "make %-13s %s\n", name[1], text}} !/^# /{text=""}' Makefile

dest:
	@[[ -n "$(DEST)" ]] || { echo "Say which folder: make $(firstword $(MAKECMDGOALS)) DEST=DIR" >&2; exit 1; }

site-environment:
	@requirements/environment site

test-environment:
	@requirements/environment test

engines-environment:
	@requirements/environment engines

packages:
	@requirements/packages

node-modules: packages
	@requirements/npm
