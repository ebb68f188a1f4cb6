/**
 * A slow line to a server: a relay in front of it that lets so many bytes through in a second, over all connections
 * together, and holds back each by the latency. Outside the browser, since what DevTools emulate does not reach what a
 * worker of a worker fetches, and counts each request by itself.
 *
 * Not imitated: that a real connection starts slowly, and that packets are lost. Both are the same for everybody.
 */
import { type Socket, connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Line {
  /** From the server to the browser, shared by all connections. */
  readonly bytesPerSecond: number;
  /** There and back. */
  readonly roundTripMs: number;
}

/** 20 Mbit/s and 40 ms. */
export const slowLine: Line = { bytesPerSecond: 20e6 / 8, roundTripMs: 40 };

/** A piece of it goes through at a time, so that connections take turns. */
const PIECE_BYTES = 8 * 1024;
/** What a connection may have waiting in the relay, as a real line's buffers have. */
const WAITING_BYTES = 64 * 1024;

export interface Shaper {
  readonly port: number;
  close(): void;
}

/** Opens a line to the server at `port` of this machine. */
export async function shape(port: number, { bytesPerSecond, roundTripMs }: Line): Promise<Shaper> {
  const sockets = new Set<Socket>();
  const pieces: { readonly bytes: Buffer; readonly passed: () => void }[] = [];
  let freeAtMs = 0;
  let pumping = false;

  /** The line's one queue: pieces of all connections in the order in which they came. */
  const pump = (): void => {
    // A timer is late by a millisecond or so; what should be through by now is, so that the speed is right on average.
    for (let piece = pieces[0]; piece !== undefined && freeAtMs <= performance.now(); piece = pieces[0]) {
      pieces.shift();
      freeAtMs += (piece.bytes.length / bytesPerSecond) * 1000;
      piece.passed();
    }
    pumping = pieces.length > 0;
    if (pumping) setTimeout(pump, Math.max(0, freeAtMs - performance.now()));
  };
  const send = (bytes: Buffer, passed: () => void): void => {
    pieces.push({ bytes, passed });
    if (pumping) return;
    pumping = true;
    freeAtMs = Math.max(freeAtMs, performance.now());
    setImmediate(pump);
  };

  const relay = createServer({ allowHalfOpen: true }, (near) => {
    near.setNoDelay(true);
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => near.destroy() && far.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    // The handshake: the first bytes come one round trip later than they would.
    let heldMs = roundTripMs * 1.5;
    let openedMs = performance.now();
    near.on('data', (bytes: Buffer) => {
      const waitMs = Math.max(roundTripMs / 2, heldMs - (performance.now() - openedMs));
      setTimeout(() => far.write(bytes), waitMs);
    });
    near.on('end', () => setTimeout(() => far.end(), heldMs));
    let waiting = 0;
    far.on('data', (bytes: Buffer) => {
      for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
        const piece = bytes.subarray(from, from + PIECE_BYTES);
        waiting += piece.length;
        send(piece, () => {
          waiting -= piece.length;
          if (waiting < WAITING_BYTES && far.isPaused()) far.resume();
          setTimeout(() => near.write(piece), roundTripMs / 2);
        });
      }
      if (waiting >= WAITING_BYTES) far.pause();
    });
    far.on('end', () => send(Buffer.alloc(0), () => setTimeout(() => near.end(), roundTripMs / 2)));
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  return {
    port: (relay.address() as AddressInfo).port,
    close() {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
