"""`ruxue keys …`: list the keys of the vault, and replace the one that wraps the others."""

from __future__ import annotations

import typer

app = typer.Typer(help="The keys that personal data are sealed with.", no_args_is_help=True)


@app.command("list")
def list_keys() -> None:
    """List the key-encryption keys, with how many data keys each wraps."""
    import bootstrap
    from storage.envelope.rotation import wrapping_keys

    vault = bootstrap.open_the_vault(bootstrap.read_settings())
    for key in wrapping_keys(vault.engine):
        retired = f", destroyed {key.retired_at:%Y-%m-%d}" if key.retired_at else ""
        typer.echo(
            f"{key.id}  {key.cipher}  {key.state}  wraps {key.data_keys}  "
            f"made {key.created_at:%Y-%m-%d}{retired}"
        )


@app.command()
def rotate() -> None:
    """Replace the key-encryption key while everything runs; once interrupted, run it again to go on."""
    import bootstrap
    from storage.envelope import rotation
    from storage.reseal import reseal

    settings = bootstrap.read_settings()
    vault = bootstrap.open_the_vault(settings)
    engine, keys = vault.engine, vault.keys
    vault.ring.prepare()
    begun = rotation.begin_rotation(engine, keys, bootstrap.cipher_of(settings), vault.now())
    typer.echo("· a new key is active" if begun else "· going on with the rotation that was interrupted")
    reseal(vault, lambda column, done: typer.echo(f"· {column}: {done} sealed anew"))
    rotation.rewrap(
        engine, keys, lambda done, total: typer.echo(f"· {done} of {total} data keys wrapped anew")
    )
    for key in rotation.retire(engine, vault.now()):
        typer.echo(f"· {key} is destroyed; nothing used it any more")


@app.command()
def reroot() -> None:
    """Replace the secret itself, with everything else stopped; once interrupted, run it again to go on.

    RUXUE_SECRET_KEY is the new one, RUXUE_SECRET_KEY_BEFORE the one it replaces.
    """
    import bootstrap

    try:
        bootstrap.replace_secret(bootstrap.read_settings(), typer.echo)
    except bootstrap.SettingMissing as missing:
        typer.echo(str(missing), err=True)
        raise typer.Exit(2) from None
