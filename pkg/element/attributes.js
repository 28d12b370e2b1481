// The attributes of the element, written by scripts/types.sh from the table of them.

/** Those that the module reads: the question, and how its answer is shown. */
export const READ_BY_MODULE = ['product', 'view', 'edition', 'demand', 'months', 'start', 'as-of', 'billing', 'requires'];
/** Those that the element itself follows. */
export const READ_BY_SCRIPT = ['cards', 'lang', 'loading', 'link'];
/** The views, in the order in which they are listed. */
export const VIEWS = ['calculator', 'compare', 'matrix', 'chart'];
