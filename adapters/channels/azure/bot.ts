import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import type { Settings } from '../../../bot/settings.ts';
import { channelServices, loopbackServices, type ServiceUrlPolicy } from './serviceUrls.ts';

/** The issuer of tokens that channels send; tokens of emulators and skills are not taken. */
const CHANNEL_ISSUER = 'https://api.botframework.com';

/** The bot's registration with Azure Bot Service; null without one. */
export interface Registration {
  readonly appId: string;
  readonly password: string | null;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI' | null;
  readonly tenantId: string | null;
}

export interface AzureBot {
  readonly adapter: CloudAdapter;
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** Empty without a registration. */
  readonly appId: string;
  readonly issuer: string;
  readonly mayPostTo: ServiceUrlPolicy;
}

/** What tests and private clouds set otherwise: where keys and tokens come from, and where replies may go. */
export interface AzureSurroundings {
  readonly settings?: ConfigurationBotFrameworkAuthenticationOptions;
  readonly mayPostTo?: ServiceUrlPolicy;
}

/** From the environment; null without an app id: then everything stays on loopback. */
export function registrationOf(settings: Settings): Registration | null {
  const { MicrosoftAppId: appId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = settings;
  if (appId === undefined) return null;
  return {
    appId,
    password: MicrosoftAppPassword ?? null,
    type: MicrosoftAppType ?? null,
    tenantId: MicrosoftAppTenantId ?? null,
  };
}

/** The one place that makes the SDK's objects. */
export function createAzureBot(registration: Registration | null, surroundings: AzureSurroundings = {}): AzureBot {
  const authentication = new ConfigurationBotFrameworkAuthentication({
    ...(registration === null ? {} : credentials(registration)),
    ...surroundings.settings,
  });
  return {
    adapter: new CloudAdapter(authentication),
    authentication,
    appId: registration?.appId ?? '',
    issuer: surroundings.settings?.ToBotFromChannelTokenIssuer ?? CHANNEL_ISSUER,
    mayPostTo: surroundings.mayPostTo ?? (registration === null ? loopbackServices : channelServices),
  };
}

function credentials(registration: Registration): ConfigurationBotFrameworkAuthenticationOptions {
  const { appId, password, type, tenantId } = registration;
  return {
    MicrosoftAppId: appId,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
    ...(type === null ? {} : { MicrosoftAppType: type }),
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
  };
}
