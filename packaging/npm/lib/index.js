// For Node: the module is loaded at once, and files are read.
import { readFileSync } from 'node:fs';
import { setReadFile } from './api.js';
import { initSync, version as versionOfModule } from './wasm/icws_schema.js';

initSync({ module: readFileSync(new URL('./wasm/icws_schema_bg.wasm', import.meta.url)) });
setReadFile((path) => readFileSync(path));

export const version = versionOfModule();
export { Checker, LoadError, check } from './api.js';
