"""The engine's command line: `python -m ruxue_engine train | validate | run | facts | understand`."""

import argparse
import os
import sys
from pathlib import Path

# Read by Rasa while it is imported: nothing leaves the machine, and the libraries stay quiet.
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("LOG_LEVEL", "WARNING")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")

from ruxue_engine import quiet_logs, without_tensorflow


def _parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(prog="ruxue_engine", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    train = commands.add_parser("train", help="make a model from domain.yml, config.yml and data/")
    train.add_argument("--project", type=Path, default=Path(), help="the folder that holds them")
    train.add_argument("--model", type=Path, default=Path("models/ruxue.tar.gz"), help="the model to write")

    validate = commands.add_parser("validate", help="check domain.yml, config.yml and data/ for mistakes")
    validate.add_argument("--project", type=Path, default=Path(), help="the folder that holds them")

    run = commands.add_parser("run", help="serve the model on 127.0.0.1")
    run.add_argument(
        "--project", type=Path, default=Path(), help="the folder of endpoints.yml and credentials.yml"
    )
    run.add_argument("--model", type=Path, default=Path("models/ruxue.tar.gz"), help="the model to serve")
    run.add_argument("--port", type=int, default=int(os.environ.get("RUXUE_ENGINE_PORT", "5005")))

    commands.add_parser("facts", help="read the facts of messages from lines of JSON, without a model")

    understand = commands.add_parser("understand", help="understand messages from lines of JSON with a model")
    understand.add_argument("--model", type=Path, default=Path("models/ruxue.tar.gz"), help="the model")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command and answer with its exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "facts":
        from ruxue_engine.understanding.reading import read_lines  # noqa: PLC0415 - needs nothing of Rasa

        for line in read_lines(sys.stdin):
            sys.stdout.write(f"{line}\n")
        return 0
    without_tensorflow.install()
    # Each command imports what it needs after the shim is in place: Rasa takes seconds to import.
    if arguments.command == "run":
        quiet_logs.configure()
        from ruxue_engine.door.server import serve  # noqa: PLC0415 - the shim must come first

        return serve(arguments.project, arguments.model, arguments.port)
    if arguments.command == "understand":
        quiet_logs.configure()
        from ruxue_engine.door.lines import understand_lines  # noqa: PLC0415 - the shim must come first

        for line in understand_lines(arguments.model, sys.stdin):
            sys.stdout.write(f"{line}\n")
        return 0
    from ruxue_engine import training  # noqa: PLC0415 - the shim must come first

    if arguments.command == "train":
        return training.train(arguments.project, arguments.model)
    return training.validate(arguments.project)


if __name__ == "__main__":
    sys.exit(main())
