// Sets documents with Typst. Requests come on standard input, answers go to standard output, one after the other, each as
// two lengths (little endian, 4 bytes each), a JSON head and a body. Nothing else is read, written or listened to.
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

if (isMainThread) {
  converse();
} else {
  const { Typesetter } = await import('./typesetter.mjs');
  const typesetter = new Typesetter();
  parentPort.on('message', ({ head, body }) => parentPort.postMessage(typesetter.answer(head, body)));
}

// The compiler works in a thread of its own, so that this one sees at once when the program that started us has gone.
function converse() {
  const compiler = new Worker(new URL(import.meta.url));
  const end = () => process.kill(process.pid, 'SIGKILL');
  compiler.on('message', ({ head, body }) => write(head, body));
  compiler.on('error', (error) => {
    console.error(error);
    end();
  });
  process.stdin.on('end', end).on('error', end);
  process.stdout.on('error', end);
  let waiting = [];
  let size = 0;
  process.stdin.on('data', (part) => {
    waiting.push(part);
    size += part.length;
    while (size >= 8) {
      const start = Buffer.concat(waiting.length > 1 && waiting[0].length < 8 ? waiting : [waiting[0]]);
      const [headLength, bodyLength] = [start.readUInt32LE(0), start.readUInt32LE(4)];
      if (size < 8 + headLength + bodyLength) {
        break;
      }

      const all = waiting.length > 1 ? Buffer.concat(waiting) : waiting[0];
      const rest = all.subarray(8 + headLength + bodyLength);
      [waiting, size] = [rest.length > 0 ? [rest] : [], rest.length];
      const head = JSON.parse(all.toString('utf8', 8, 8 + headLength));
      compiler.postMessage({ head, body: all.toString('utf8', 8 + headLength, 8 + headLength + bodyLength) });
    }
  });
}

function write(head, body) {
  const text = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(text.length, 0);
  lengths.writeUInt32LE(body.length, 4);
  process.stdout.write(Buffer.concat([lengths, text]));
  process.stdout.write(body);
}
