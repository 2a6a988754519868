// For browsers and bundlers: the module is loaded when it is asked for, and there are no files.
export { default as init } from './wasm/icws_schema.js';
export { Checker, LoadError, check } from './api.js';
