"""What a browser may keep: a file of ours whose address says which edition it is need not be asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

if TYPE_CHECKING:
    from flask import Flask

YEAR = 365 * 24 * 3600  # seconds
EDITION = "m"  # what Dash adds to the address of a file: when it was last changed


def let_keep(server: Flask, folder: str) -> None:
    """Lets browsers keep the files of a folder, such as "/assets/"; others they ask for again, as Flask tells them."""

    def tell(response: Response) -> Response:
        if request.path.startswith(folder) and EDITION in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        return response

    server.after_request(tell)
