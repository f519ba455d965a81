/** The host of what networks carry as a URL or as a bare host, without its port; null where it is neither. */
export function readHost(cardAcceptorUrl: string): string | null {
  const url = cardAcceptorUrl.includes('://') ? cardAcceptorUrl : `https://${cardAcceptorUrl}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
