// node schema.mjs SCHEMA FILE...: what the schema has against each file, as JSON: a list of the
// keys and places it refuses per file. Read as editors read it, by the parser of the YAML
// language server.
import fs from 'node:fs';
import Ajv from 'ajv';
import YAML from 'yaml';

const [schema, ...files] = process.argv.slice(2);
const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));

const refused = files.map((file) => {
  const read = YAML.parseDocument(fs.readFileSync(file, 'utf8')).toJS();
  if (fits(read)) return [];
  return fits.errors.map((error) => `${error.instancePath} ${error.params.additionalProperty ?? error.message}`);
});
console.log(JSON.stringify(refused));
