# Two commands matter: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
ENGINE_PYTHON := 3.11
PYTHON ?= python3
export UV := $(CURDIR)/.tools/bin/uv
export PYTHONDONTWRITEBYTECODE :=
export UV_PYTHON_INSTALL_DIR := $(CURDIR)/.tools/python

PY := .venv/bin/python
ENGINE_PY := bot/engine/.venv/bin/python
MODEL_INPUTS := domain.yml config.yml $(shell find data bot/engine/ruxue_engine -type f -not -name '*.pyc' 2>/dev/null) bot/engine/requirements.lock

.PHONY: help run test check bench evaluate families setup train lock clean
help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: setup train ## start everything and say where it is (Ctrl-C ends it)
	@$(PY) -m cli.main run

test: setup train ## run every test
	@scripts/test

check: setup ## format, lint, types, import contracts, dialogue data
	@scripts/check

bench: setup train ## measure a conversation against a stock Rasa; writes benchmarks/RESULTS.md
	@scripts/bench

evaluate: setup train ## measure how well guardians are understood; writes benchmarks/UNDERSTANDING.md
	@scripts/evaluate

families: setup ## list the synthetic families to try
	@.venv/bin/ruxue families

setup: .venv/.synced bot/engine/.venv/.synced ## fetch uv, make both environments

train: models/ruxue.tar.gz ## train the dialogue model when its inputs changed

lock: .tools/bin/uv ## resolve the dependencies again and write the lock files
	@scripts/lock

clean: ## remove environments, models and what runs left behind
	rm -rf .venv .tools bot/engine/.venv benchmarks/stock/.venv models var

.tools/bin/uv:
	@PYTHON=$(PYTHON) UV_VERSION=$(UV_VERSION) scripts/fetch-uv

.venv/.synced: requirements-dev.lock pyproject.toml | .tools/bin/uv
	@echo "· installing what the project needs (about half a minute the first time)"
	@test -x $(PY) || $(UV) venv --quiet --python $(PYTHON) .venv
	@$(UV) pip sync --quiet --python .venv --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
	@touch $@

bot/engine/.venv/.synced: bot/engine/requirements-dev.lock bot/engine/pyproject.toml | .tools/bin/uv
	@echo "· installing the dialogue engine on Python $(ENGINE_PYTHON) (about a minute the first time)"
	@ENGINE_PYTHON=$(ENGINE_PYTHON) scripts/sync-engine
	@touch $@

models/ruxue.tar.gz: $(MODEL_INPUTS) | bot/engine/.venv/.synced .venv/.synced
	@echo "· training the dialogue model (about two minutes)"
	@mkdir -p models var
	@OPENBLAS_NUM_THREADS=1 PYTHONPATH=bot/engine $(ENGINE_PY) -m ruxue_engine train >var/train.log 2>&1 \
	  || { tail -n 20 var/train.log; echo "training failed; the whole log is var/train.log"; exit 2; }
	@touch $@
