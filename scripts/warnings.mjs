// A build that warns has failed: what nobody has to act on is not said, and what is said is acted on.

/** Every warning of a build, by whichever plugin, is told and then fails it. @returns {import('vite').Plugin} */
export function warningsFail() {
  const warnings = [];
  return {
    name: 'warnings-fail',
    apply: 'build',
    // How long the parts of a build took speaks of the machine, not of the project.
    config: () => ({ build: { rolldownOptions: { checks: { bundlerTimings: false } } } }),
    configResolved({ logger }) {
      const { warn, warnOnce } = logger;
      logger.warn = (message, options) => (warnings.push(message), warn.call(logger, message, options));
      logger.warnOnce = (message, options) => (warnings.push(message), warnOnce.call(logger, message, options));
    },
    closeBundle: {
      // What reports on the finished bundle speaks first.
      order: 'post',
      handler() {
        if (warnings.length > 0) throw new Error(`The build gave ${warnings.length} warning(s), see above. Mend what they tell of; nothing is let pass.`);
      },
    },
  };
}
