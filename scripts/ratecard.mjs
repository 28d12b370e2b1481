// The program, for scripts and tests: built by cargo where it is not current, then run as it is.
// `node scripts/ratecard.mjs --build` only builds it. RATECARD_PROGRAM_PROFILE names a profile of Cargo.toml.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const LARGEST = 2 ** 27;
const building = process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === '--build';

const profile = process.env.RATECARD_PROGRAM_PROFILE;
// What a profile for the browser makes small is not worth its time here.
const quickly = profile ? quick(profile) : {};
function quick(profile) {
  const name = `CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}`;
  return { [`${name}_OPT_LEVEL`]: '0', [`${name}_PANIC`]: 'unwind' };
}

let program;
function built() {
  if (!program) {
    const cargo = ['build', '--locked', '--bin', 'ratecard', '--message-format', 'json-render-diagnostics'];
    // Its progress is for who waits for just that.
    if (!building) cargo.push('--quiet');
    if (profile) cargo.push('--profile', profile);
    const said = execFileSync('cargo', cargo, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...quickly },
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

if (building) built();
