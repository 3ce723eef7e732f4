// A build that warns has failed, and so have tests whose own server does: what nobody has to act on is not said, and what is said is acted on.

/** Who runs tests closes servers without heeding what they throw. */
const endAsFailed = (said) => {
  console.error(said);
  process.exitCode = 1;
};

/**
 * Every warning of a build, by whichever plugin, is told and then fails it; so does one of the server of a run of tests.
 * @param {{ isTest?: boolean, fail?: (said: string) => void }} [options] `fail` is what becomes of such a run @returns {import('vite').Plugin}
 */
export function warningsFail({ isTest = process.env.VITEST !== undefined && process.argv.includes('run'), fail = endAsFailed } = {}) {
  const warnings = [];
  let isServer = false;
  return {
    name: 'warnings-fail',
    // Who starts a server to work with it reads on, and mends it while it runs.
    apply: (_, { command }) => command === 'build' || isTest,
    // How long the parts of a build took speaks of the machine, not of the project.
    config: () => ({ build: { rolldownOptions: { checks: { bundlerTimings: false } } } }),
    configResolved({ command, logger }) {
      isServer = command === 'serve';
      // What fails in a build ends it; a server says so, and goes on.
      for (const how of ['warn', 'warnOnce', ...(isServer ? ['error'] : [])]) {
        const tell = logger[how];
        logger[how] = (message, options) => (warnings.push(message), tell.call(logger, message, options));
      }
    },
    closeBundle: {
      // What reports on the finished bundle speaks first.
      order: 'post',
      handler() {
        if (warnings.length === 0) return;
        const said = `The ${isServer ? 'server of the tests' : 'build'} gave ${warnings.length} warning(s), see above. Mend what they tell of; nothing is let pass.`;
        if (!isServer) throw new Error(said);
        // Each environment of a server closes.
        warnings.length = 0;
        fail(said);
      },
    },
  };
}
