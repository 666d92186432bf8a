"""Runs a Pulumi program in Python without a language host: `run_program.py COMMAND PROGRAM BACKEND`. Prints JSON."""

import json
import os
import runpy
import sys

from pulumi import automation

command, program, project = sys.argv[1:]


def run() -> None:
    runpy.run_path(program, run_name="__main__")


os.chdir(project)
stack = automation.create_or_select_stack(
    stack_name="dev",
    project_name="python",
    program=run,
    opts=automation.LocalWorkspaceOptions(work_dir=project),
)
if command == "up":
    result = stack.up()
    outputs = {name: output.value for name, output in result.outputs.items()}
    print(json.dumps({"changes": result.summary.resource_changes, "outputs": outputs}))
elif command == "preview":
    print(json.dumps({"changes": stack.preview().change_summary}))
elif command == "destroy":
    print(json.dumps({"changes": stack.destroy().summary.resource_changes}))
