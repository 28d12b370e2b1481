// As much of React's types as pkg/react.d.ts needs of them, in their shape.

export interface HTMLAttributes<T> {
  className?: string;
  lang?: string;
  onClick?: (event: { currentTarget: T }) => void;
}
export interface ClassAttributes<T> {
  ref?: (element: T | null) => void;
  key?: string;
}
export type DetailedHTMLProps<E extends HTMLAttributes<T>, T> = ClassAttributes<T> & E;

export namespace JSX {
  interface IntrinsicElements {
    main: HTMLAttributes<HTMLElement> & { children?: unknown };
  }
}
