"""Forms and workflow of the repository: what the site links to is there, and the workflow may do little."""

import re

import pytest
import yaml

from support.project import ROOT
from writing.about_pages import LINES

SCRIPT = (ROOT / "docs" / "assets" / "report.js").read_text(encoding="utf-8")
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
WEEKLY = (ROOT / ".github" / "workflows" / "weekly.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", re.findall(r'"(fact-\w+\.yml)"', SCRIPT))
def test_every_form_that_the_script_opens_has_the_fields_it_fills(name: str) -> None:
    form = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))
    fields = [field["id"] for field in form["body"] if "id" in field]
    [filled] = re.findall(r"template: TEMPLATES\[result\], title, ([\w, ]+) \}", SCRIPT)
    assert set(filled.split(", ")) <= set(fields) <= set(LINES)
    assert "new" in fields


def test_the_script_fills_every_line_of_a_report() -> None:
    [body] = re.findall(r"return \{\n(.*?)\n    \};", SCRIPT, re.DOTALL)
    assert tuple(re.findall(r"^      (\w+):", body, re.MULTILINE)) == LINES


def test_the_week_runs_no_code_of_others_and_may_only_write_issues() -> None:
    workflow = yaml.safe_load(WEEKLY)
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read", "issues": "write"}]
    assert not [step for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
