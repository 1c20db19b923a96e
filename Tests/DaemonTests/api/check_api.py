"""Checks the API of a daemon that runs: check_api.py ADDRESS EXAMPLES [SECONDS]

Its description must be a valid OpenAPI document (openapi-spec-validator), and answers to made-up requests must be as it describes
them (schemathesis). Requests with values of the right form may be refused all the same, since names must be those of the rules.
"""

import json
import os
import subprocess
import sys
import urllib.request

from openapi_spec_validator import validate

address, examples = sys.argv[1].rstrip("/"), sys.argv[2]
description = address + "/api/v1/openapi.json"
with urllib.request.urlopen(description) as answer:
    validate(json.load(answer))

command = [
    os.path.join(os.path.dirname(sys.executable), "schemathesis"), "run", description, "--max-examples", examples,
    "--exclude-checks", "positive_data_acceptance", "--generation-database", "none", "--no-color", "--warnings", "off",
]
if len(sys.argv) > 3:
    command += ["--max-time", sys.argv[3]]
else:
    command += ["--seed", "1"]
run = subprocess.run(command, capture_output=True, text=True)
if run.returncode != 0:
    print(run.stdout[-20000:], run.stderr[-5000:], file=sys.stderr)
    sys.exit(1)
print("right")
