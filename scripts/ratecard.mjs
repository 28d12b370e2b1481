// The program, for scripts and tests: built by cargo where it is not current, then run as it is.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const LARGEST = 2 ** 27;

let program;
function built() {
  if (!program) {
    const cargo = ['build', '--locked', '--quiet', '--bin', 'ratecard', '--message-format', 'json-render-diagnostics'];
    const said = execFileSync('cargo', cargo, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: LARGEST,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const messages = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    program = messages.findLast(({ executable, target }) => executable && target.name === 'ratecard').executable;
  }
  return program;
}

/** What the program prints; throws with what it says where it refuses. */
export function ratecard(options, input = '') {
  // A debug build of ICU4X says something of a currency that has no sign; an error is told by what is thrown.
  return execFileSync(built(), options, { cwd: root, encoding: 'utf8', input, maxBuffer: LARGEST, stdio: 'pipe' });
}

/** The reply to a request, as an object. */
export const ask = (command, request, options = []) =>
  JSON.parse(ratecard([command, ...options], JSON.stringify(request)));
