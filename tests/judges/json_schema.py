"""Judges instances by Python's jsonschema: tasks come as JSON on standard input, answers go out as JSON."""

import json
import sys

import jsonschema

answers = []
for task in json.load(sys.stdin):
    answer = {"problems": [], "accepted": []}
    answers.append(answer)
    with open(task["schema"], encoding="utf-8") as file:
        schema = json.load(file)
    judge = jsonschema.validators.validator_for(schema)
    try:
        judge.check_schema(schema)
    except jsonschema.SchemaError as error:
        answer["problems"].append(f"{error.json_path}: {error.message[:200]}")
        answer["accepted"] = [False] * len(task["instances"] or [])
        continue
    if task["instances"] is None:
        continue
    validator = judge(schema, format_checker=judge.FORMAT_CHECKER)
    answer["accepted"] = [validator.is_valid(instance) for instance in task["instances"]]
    if not answer["accepted"][0]:
        error = jsonschema.exceptions.best_match(validator.iter_errors(task["instances"][0]))
        answer["problems"].append(f"{error.json_path}: {error.message[:200]}")
json.dump(answers, sys.stdout)
