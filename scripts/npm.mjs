// The build tools from npm, which scripts/setup.sh installs and scripts/env.sh puts on PATH.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** The package behind a program on PATH, or undefined where it is not installed. */
export function packageOf(program, name) {
  const folder = process.env.PATH?.split(delimiter).find((folder) => existsSync(join(folder, program)));
  if (folder === undefined) return undefined;
  const require = createRequire(realpathSync(join(folder, program)));
  return require(name);
}
