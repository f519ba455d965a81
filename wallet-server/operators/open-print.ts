/** Prints lines. That nobody reads any more (EPIPE, as behind `| head`) ends no command half-way. */
export function openPrint(out: NodeJS.WriteStream = process.stdout): (line: string) => void {
  out.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  return line => {
    out.write(`${line}\n`);
  };
}
