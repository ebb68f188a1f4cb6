/**
 * The least that runs Python in a page with stock Pyodide: a worker, started at the first Run, that all runs share. The
 * query names the program: `?program=/programs/busy.py`.
 */
const address = new URLSearchParams(location.search).get('program');
const program = await (await fetch(address)).text();
const run = document.querySelector('#run');
const output = document.querySelector('#output');
let worker = null;

run.addEventListener('click', () => {
  worker ??= start();
  output.dataset.state = 'running';
  output.textContent = '';
  worker.postMessage(program);
});
document.querySelector('#stop').addEventListener('click', () => {
  worker?.terminate();
  worker = null;
});
run.disabled = false;

function start() {
  const started = new Worker('./stock-worker.js', { type: 'module' });
  started.addEventListener('message', ({ data }) => {
    if (data.line !== undefined) output.append(`${data.line}\n`);
    if (data.ended !== undefined) output.dataset.state = data.ended;
  });
  return started;
}
