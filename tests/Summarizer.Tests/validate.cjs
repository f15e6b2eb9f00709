// Validates JSON documents, one a line on standard input, against the schema named as the argument.
'use strict';

const { readFileSync } = require('node:fs');
const Ajv = require('ajv/dist/2020').default;

const ajv = new Ajv({ allErrors: true });
require('ajv-formats')(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(process.argv[2], 'utf8')));
let wrong = 0;
for (const [index, line] of readFileSync(0, 'utf8').split('\n').filter(Boolean).entries()) {
  if (validate(JSON.parse(line))) continue;
  wrong += 1;
  process.stdout.write(`document ${index}: ${ajv.errorsText(validate.errors)}\n`);
}
process.exitCode = wrong > 0 ? 1 : 0;
