"""Judges OpenAPI documents by openapi-spec-validator: paths in, a list of problems for each out."""

import json
import pathlib
import sys

import openapi_spec_validator

answers = []
for name in sys.argv[1:]:
    try:
        document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        uri = pathlib.Path(name).resolve().as_uri()
        found = openapi_spec_validator.OpenAPIV31SpecValidator(document, base_uri=uri).iter_errors()
        answers.append([f"{error.json_path}: {error.message[:200]}" for error in found])
    except Exception as error:  # a validator that breaks down did not accept the document
        answers.append([f"{type(error).__name__}: {error}"[:300]])
json.dump(answers, sys.stdout)
