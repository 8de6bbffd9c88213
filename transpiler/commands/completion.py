"""`cobolift completion`: the completion script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  eval "$(cobolift completion bash)"      in ~/.bashrc
    zsh:   eval "$(cobolift completion zsh)"       in ~/.zshrc
    fish:  cobolift completion fish > ~/.config/fish/completions/cobolift.fish
    """
    completion = get_completion_class(shell)
    assert completion is not None
    root = context.find_root().command
    click.echo(completion(root, {}, "cobolift", "_COBOLIFT_COMPLETE").source())
