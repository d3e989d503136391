import { SETTINGS_SHAPE } from '../../bot/settings.ts';

/** `deployment/env.example` from the settings themselves: `node adapters/cli/envExample.ts > deployment/env.example`. */
export function envExample(): string {
  const lines = Object.entries(SETTINGS_SHAPE).map(([name, schema]) => {
    const read = schema.safeParse(undefined);
    const preset = read.success && read.data !== undefined ? String(read.data === false ? 0 : read.data) : '';
    return `# ${schema.description ?? ''}\n${preset === '' ? `#${name}=` : `#${name}=${preset}`}\n`;
  });
  return `# Settings of Shouwen; all optional. Made from bot/settings.ts by: npm run --silent env\n\n${lines.join('\n')}`;
}

if (process.argv[1]?.endsWith('envExample.ts')) process.stdout.write(envExample());
