// What compiled JSX asks React for.

import type * as React from './index.js';

export namespace JSX {
  type IntrinsicElements = React.JSX.IntrinsicElements;
}
export function jsx(type: string, props: unknown): unknown;
export function jsxs(type: string, props: unknown): unknown;
