"""A bill of materials in CycloneDX: `python -m tests.supply.sbom FILE` (`make sbom`).

From the list come the exact packages, with the hashes of all their files; from the environment come
licences and what rests on what. Packages for tests alone are left out: they are not delivered.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.supply.locks import ROOT, WITH, asked

MAKER = ROOT / "build/tools/bin/cyclonedx-py"
_ASKED_FOR = ("--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON")


def merged(listed: dict[str, Any], installed: dict[str, Any]) -> dict[str, Any]:
    """The list as a bill of materials, with what only an environment tells."""
    there = {_plain(one["name"]): one for one in installed["components"]}
    names = {one["bom-ref"]: _plain(one["name"]) for one in installed["components"]}
    delivered = {_plain(one["name"]) for one in listed["components"]}
    rests_on = {
        names[one["ref"]]: sorted({names[other] for other in one.get("dependsOn", ())} & delivered)
        for one in installed["dependencies"]
        if one["ref"] in names
    }
    ours = {"ref": "root-component", "dependsOn": sorted(asked(ROOT / "requirements.in"))}
    return listed | {
        "components": [
            _told(one, there.get(_plain(one["name"]), {})) for one in listed["components"]
        ],
        "dependencies": [ours]
        + [{"ref": name, "dependsOn": rests_on.get(name, [])} for name in sorted(delivered)],
    }


def _told(component: dict[str, Any], installed: dict[str, Any]) -> dict[str, Any]:
    known = {key: installed[key] for key in ("description", "licenses") if key in installed}
    plain = {key: value for key, value in component.items() if key != "description"}
    return plain | known | {"bom-ref": _plain(component["name"])}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _made(*what: str) -> dict[str, Any]:
    command = [MAKER, *what, *_ASKED_FOR]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(ran.stdout)


def main(target: str) -> None:
    """Write the bill of materials."""
    bill = merged(_made("requirements", WITH.name), _made("environment", sys.executable))
    Path(target).write_text(json.dumps(bill, indent=1, sort_keys=True), "utf-8")
    sys.stdout.write(f"{target}: {len(bill['components'])} components\n")


if __name__ == "__main__":
    main(sys.argv[1])
