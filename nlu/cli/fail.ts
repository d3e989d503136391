/** Exit codes of the commands: 1 something failed, 2 wrong usage. */
export class Usage extends Error {}

/** Runs a command; says in one line on standard error what went wrong. */
export const run = async (command: () => void | Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Usage ? 2 : 1;
  }
};

/** Values of `--name value` options; throws Usage on anything else. */
export const options = (args: readonly string[], names: readonly string[], flags: readonly string[] = []) => {
  const values = new Map<string, string>();
  const set = new Set<string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (flags.includes(arg)) set.add(arg);
    else if (names.includes(arg)) {
      const value = args[++i];
      if (value === undefined) throw new Usage(`${arg} needs a value`);
      values.set(arg, value);
    } else if (arg.startsWith('-')) throw new Usage(`unknown option ${arg}; known: ${[...names, ...flags].join(' ')}`);
    else rest.push(arg);
  }
  return { values, set, rest };
};
