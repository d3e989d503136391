/** Whether replies may be posted to an address. The caller chooses it, so anything not known is refused. */
export type ServiceUrlPolicy = (serviceUrl: string) => boolean;

/** Microsoft's channel services. `*.trafficmanager.net` is not among them: anybody can register there. */
const EXACT = new Set(['smba.trafficmanager.net', 'api.botframework.com']);
const ENDINGS = ['.botframework.com', '.botframework.azure.cn'];

/** With an app id: https at Microsoft's channel services, on the usual port, without a user in the address. */
export const channelServices: ServiceUrlPolicy = (serviceUrl) => {
  const url = parse(serviceUrl);
  if (url === null || url.protocol !== 'https:' || url.port !== '') return false;
  return EXACT.has(url.hostname) || ENDINGS.some((ending) => url.hostname.endsWith(ending));
};

/** Without an app id: this machine only, as the emulator and the playground use it. */
export const loopbackServices: ServiceUrlPolicy = (serviceUrl) => {
  const url = parse(serviceUrl);
  return url !== null && /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname);
};

function parse(serviceUrl: string): URL | null {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
  return url === null || url.username !== '' || url.password !== '' ? null : url;
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
