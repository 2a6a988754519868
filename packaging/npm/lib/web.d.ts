export * from './types.js';
export { Checker, LoadError, check } from './index.js';

/**
 * Loads the WebAssembly module: from beside the package's code, or from what is given. It must be done before anything else.
 */
export function init(input?: {
  module_or_path: string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>;
}): Promise<unknown>;
