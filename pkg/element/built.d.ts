// What is built beside the package's modules, for the checker where nothing is built yet.

declare module '*/ratecard-engine.js' {
  export default function init(options: { module_or_path: URL }): Promise<unknown>;
  export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
  export function answer(command: string, request?: unknown): string;
  export function addCard(card: unknown): string;
}

declare module '*/ratecard-element.js' {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function retire(): void;
  export const build: string;
  export const Widget: any;
}

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
