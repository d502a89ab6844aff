"""Asks a running server whatever its OpenAPI allows, and what it forbids, with schemathesis.

    make api-check        # or: python tests/serve/api_check.py [--max-examples 200]

Exit code 0 when every answer is one that the OpenAPI describes, and none is a 5xx but for a stated 503.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from running import TOKEN, running

CONFIG = """
[[operations]]
include-path-regex = "events/\\\\{{ref"
parameters = {{ "path.ref" = "{event}" }}

[[operations]]
include-path-regex = "documents/\\\\{{ref"
parameters = {{ "path.ref" = "{document}" }}

[[operations]]
include-path-regex = "feeds/\\\\{{file"
parameters = {{ "path.file" = "query.ics" }}
"""

#: A filter may be well-formed and still say nothing (``since=abc``), which is a 400: no schema tells that.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,unsupported_method,allow_header_conformance,ignored_auth"
)


def main() -> int:
    """Run it; further arguments go to ``schemathesis run``."""
    beside = Path(sys.executable).with_name("schemathesis")
    program = str(beside) if beside.exists() else shutil.which("schemathesis")
    if program is None:
        print("this needs schemathesis: make api-check installs it", file=sys.stderr)
        return 2
    told = sys.argv[1:] or ["--max-examples", "40"]
    failed = 0
    with running() as base, tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "schemathesis.toml"
        event = first(f"{base}api/events?kind=milestone", "events")
        config.write_text(CONFIG.format(event=event, document=first(f"{base}api/documents", "documents")))
        # Any name at first; then the names of what is there.
        for configured, which in (([], []), (["--config-file", str(config)], ["--include-path-regex", r"\{"])):
            run = [program, *configured, "run", f"{base}openapi.json", "--checks", CHECKS, "--continue-on-failure"]
            run += ["--request-timeout", "60"]
            run += ["--phases", "examples,coverage,fuzzing", "-H", f"Authorization: Bearer {TOKEN}", *which, *told]
            failed |= subprocess.run(run, cwd=folder).returncode
        with urllib.request.urlopen(f"{base}healthz", timeout=20) as answer:
            well = answer.status == 200
    return failed or (0 if well else 1)


def first(address: str, name: str) -> str:
    """The id of the first record in a list."""
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(json.load(answer)[name][0]["id"])


if __name__ == "__main__":
    sys.exit(main())
