"""The lists of packages, their licences, and what we make of an audit."""

import re
from importlib.metadata import distribution

import pytest

from tests.supply import audit, licences, sbom
from tests.supply.locks import DEVELOPING, FUZZER, TOOLS, WITH, Package, asked, locked

HERE = [one for one in locked(DEVELOPING) if one.is_for_us]
RUNNING = [one for one in locked(WITH) if one.is_for_us]


def versions(packages):
    return {one.name: one.version for one in packages}


@pytest.mark.parametrize("lock", [WITH, DEVELOPING, TOOLS, FUZZER], ids=lambda path: path.stem)
class TestEachList:
    def test_has_what_was_asked_for(self, lock):
        assert asked(lock.with_suffix(".in")).items() <= versions(locked(lock)).items()

    def test_has_sound_hashes_for_every_package(self, lock):
        hashes = [one for package in locked(lock) for one in package.hashes]
        assert all(re.fullmatch(r"[0-9a-f]{64}", one) for one in hashes)
        assert len(hashes) == len(set(hashes))

    def test_names_no_machine_and_no_registry(self, lock):
        assert not re.search(
            r"://|find-links|index-url|/(?:opt|root|tmp)/", lock.read_text("utf-8")
        )

    def test_builds_nothing_from_source(self, lock):
        assert "\n--only-binary :all:\n" in lock.read_text("utf-8")


def test_a_package_in_c_has_files_for_other_machines_as_well():
    # 3.11 to 3.14, on Linux for two processors and on macOS: each is a file of its own.
    hashes = {one.name: one.hashes for one in locked(WITH)}
    assert len(hashes["pikepdf"]) >= 12
    assert len(hashes["pydantic-core"]) >= 12


def test_what_is_tested_is_what_runs():
    assert versions(locked(WITH)).items() <= versions(locked(DEVELOPING)).items()


@pytest.mark.parametrize("package", HERE, ids=lambda one: one.name)
def test_the_version_that_is_installed_is_the_one_in_the_list(package):
    assert distribution(package.name).version == package.version


@pytest.mark.parametrize("package", RUNNING, ids=lambda one: one.name)
def test_what_runs_with_us_has_a_licence_that_we_can_rest_on(package):
    found = distribution(package.name)
    licence = licences.licence_of(found)
    assert licence
    assert not licences.is_general(licence)
    assert not licences.general_among(licences.carried(found))


def test_libraries_inside_packages_are_seen():
    assert "libheif" in licences.carried(distribution("pi-heif"))


@pytest.mark.parametrize(
    ("licence", "is_general"),
    [
        ("GPL-2.0-or-later", True),
        ("AGPL-3.0", True),
        ("GNU Affero General Public License v3", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("LGPL-2.1-only AND GPL-3.0-only", True),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", False),
        ("GNU Library or Lesser General Public License (LGPL)", False),
        ("BSD-3-Clause", False),
    ],
)
def test_the_general_public_licence_is_told_from_the_lesser(licence, is_general):
    assert licences.is_general(licence) == is_general


PACKAGES = [Package("left", "1.0", None, ("0",)), Package("right", "2.0", None, ("0",))]


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ({"vulns": []}, {"vulns": []}, audit.PASSED),
        ({"vulns": [{"id": "X-1"}]}, {"vulns": []}, audit.FOUND),
        ({"vulns": [{"id": "X-1"}]}, {"skip_reason": "not found"}, audit.FOUND),
        ({"vulns": []}, {"skip_reason": "not found"}, audit.NOT_AUDITED),
    ],
)
def test_a_package_that_nobody_could_look_up_is_no_pass(left, right, code):
    report = {"dependencies": [{"name": "left"} | left, {"name": "right"} | right]}
    assert audit.outcome_of(report, PACKAGES).code == code


def test_a_package_that_is_left_out_of_the_answer_is_no_pass():
    assert audit.outcome_of({"dependencies": []}, PACKAGES).unknown == ("left", "right")


@pytest.mark.parametrize(
    ("version", "is_affected"),
    [("1.0", False), ("1.2", True), ("1.4.9", True), ("1.5", False), ("2.1", True), ("2.2", False)],
)
def test_an_advisory_holds_from_where_it_came_until_it_was_mended(version, is_affected):
    events = [
        {"introduced": "1.2"},
        {"fixed": "1.5"},
        {"introduced": "2"},
        {"last_affected": "2.1"},
    ]
    advisory = {
        "affected": [
            {"package": {"name": "Left"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
        ]
    }
    package = Package("left", version, None, ("0",))
    assert audit.is_affected(advisory, package) == is_affected


def test_a_folder_of_advisories_is_searched(tmp_path):
    (tmp_path / "vulns/left").mkdir(parents=True)
    about = "{package: {name: left}, versions: ['1.0']}"
    for name, more in (("X-1", ""), ("X-2", "withdrawn: 2025-01-01T00:00:00Z\n")):
        text = f"id: {name}\n{more}affected: [{about}]\n"
        (tmp_path / f"vulns/left/{name}.yaml").write_text(text)
    assert audit.compared(PACKAGES, tmp_path).weak == ("left: X-1",)


def test_the_bill_of_materials_says_what_rests_on_what():
    listed = {"components": [{"name": n, "bom-ref": f"L{n}"} for n in ("left", "right_one")]}
    installed = {
        "components": [
            {"name": "left", "bom-ref": "left==1", "licenses": ["MIT"]},
            {"name": "Right.one", "bom-ref": "right==2"},
            {"name": "pytest", "bom-ref": "pytest==9"},
        ],
        "dependencies": [{"ref": "left==1", "dependsOn": ["right==2", "pytest==9"]}],
    }
    bill = sbom.merged(listed, installed)
    assert [one["bom-ref"] for one in bill["components"]] == ["left", "right-one"]
    assert bill["components"][0]["licenses"] == ["MIT"]
    first, left, _ = bill["dependencies"]
    assert left == {"ref": "left", "dependsOn": ["right-one"]}
    assert "streamlit" in first["dependsOn"]
