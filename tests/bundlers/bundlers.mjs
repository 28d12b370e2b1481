// Each bundler as its documentation has it: makes a page's script of a module in a project. What else is
// served beside that script is said in docs/bundlers.md.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const program = (name) => new URL(`node_modules/.bin/${name}`, import.meta.url).pathname;

/** Neither moves files that a module names by their address: they are copied beside the script. */
async function copyFiles(project, folder) {
  const from = join(project, 'node_modules/ratecard');
  await cp(join(from, 'build'), join(folder, 'build'), { recursive: true });
  await cp(join(from, 'element.css'), join(folder, 'element.css'));
}

/** By name: `(project, entry, folder)` makes `page.js` in the folder. */
export const BUNDLERS = {
  async vite(project, entry, folder) {
    const { build } = await import('vite');
    await build({
      root: project,
      base: './',
      logLevel: 'error',
      build: {
        outDir: folder,
        target: 'es2022',
        rollupOptions: { input: entry, output: { entryFileNames: 'page.js' } },
      },
    });
  },

  async webpack(project, entry, folder) {
    const { default: webpack } = await import('webpack');
    const compiler = webpack({
      mode: 'production',
      context: project,
      entry,
      experiments: { outputModule: true },
      output: { path: folder, filename: 'page.js', module: true, publicPath: 'auto' },
      performance: false,
    });
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, done) => (error ? reject(error) : resolve(done)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  },

  async rollup(project, entry, folder) {
    const { rollup } = await import('rollup');
    const { nodeResolve } = await import('@rollup/plugin-node-resolve');
    const { importMetaAssets } = await import('@web/rollup-plugin-import-meta-assets');
    const plugins = [nodeResolve({ browser: true, rootDir: project }), importMetaAssets()];
    const bundle = await rollup({ input: entry, plugins });
    await bundle.write({ dir: folder, format: 'es', entryFileNames: 'page.js' });
    await bundle.close();
  },

  async esbuild(project, entry, folder) {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: project,
      entryPoints: [entry],
      entryNames: 'page',
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      outdir: folder,
      logLevel: 'error',
    });
    await copyFiles(project, folder);
  },

  async bun(project, entry, folder) {
    const flags = ['--target=browser', '--format=esm', '--minify', `--outdir=${folder}`, '--entry-naming=page.js'];
    execFileSync(program('bun'), ['build', entry, ...flags], { cwd: project, stdio: 'pipe' });
    await copyFiles(project, folder);
  },
};

/** The development server of Vite, at a port. */
export async function serveWithVite(project, port) {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: project,
    logLevel: 'error',
    optimizeDeps: { exclude: ['ratecard'] },
    server: { host: '127.0.0.1', port, strictPort: true },
  });
  return server.listen();
}

/** A worker of workerd, bundled as wrangler does: gives back the path of its configuration. */
export async function bundleWorker(project, entry, folder, port) {
  const { build } = await import('esbuild');
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    outfile: join(folder, 'worker.js'),
    logLevel: 'error',
  });
  const config = join(folder, 'config.capnp');
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "ratecard-engine_bg.wasm", wasm = embed "ratecard-engine_bg.wasm")
  ],
  compatibilityDate = "2026-11-01"
);
`,
  );
  return config;
}

/** The program that runs it. */
export const WORKERD = program('workerd');
