import type { DeskSettingsView } from '../../../../adapters/desk/schemas.ts';
import { Loaded } from '../shared/Loaded.tsx';
import { useSettings } from './data.ts';
import { SettingsForm } from './SettingsForm.tsx';

/** Open or closed, the hours, the notice. */
export function Settings() {
  const query = useSettings();
  return (
    <div className="admin-screen">
      <Loaded query={query}>{(settings: DeskSettingsView) => <SettingsForm settings={settings} />}</Loaded>
    </div>
  );
}
