import { Fragment } from 'preact';

/** A mail address, or what may be one: where it does not fit its line, it breaks where one of its parts ends. */
export function MailAddress({ address }: { address: string }) {
  if (!address.includes('@')) return <>{address}</>;
  const parts = address.split(/(?<=[@.])/);
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address never change places
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
