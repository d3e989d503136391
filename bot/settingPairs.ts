import type { SettingName, Settings } from './settings.ts';

/**
 * Settings that need others beside them: what is missing, or too much. One that has a fault of its own, as `isWrong` says, is
 * neither.
 */
export function missingBeside(settings: Settings, isWrong: (name: SettingName) => boolean): string[] {
  const has = (name: SettingName): boolean => settings[name] !== undefined || isWrong(name);
  const faults: string[] = [];
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  if (oidc.some(has)) {
    const lacking = oidc.filter((name) => !has(name));
    faults.push(...lacking.map((name) => `${name}: found nothing; allowed: a value, as ${oidc.find(has)} has one`));
  }
  const { MicrosoftAppType: type } = settings;
  if (type !== 'SingleTenant' && type !== 'UserAssignedMSI') return faults;
  const needs = (name: SettingName) => `${name}: found nothing; allowed: a value, as MicrosoftAppType is ${type}`;
  if (!has('MicrosoftAppTenantId')) faults.push(needs('MicrosoftAppTenantId'));
  if (!has('MicrosoftAppId')) faults.push(needs('MicrosoftAppId'));
  if (type === 'SingleTenant' && !has('MicrosoftAppPassword')) faults.push(needs('MicrosoftAppPassword'));
  if (type === 'UserAssignedMSI' && has('MicrosoftAppPassword')) {
    faults.push('MicrosoftAppPassword: found one; allowed: none, as MicrosoftAppType is UserAssignedMSI');
  }
  return faults;
}
