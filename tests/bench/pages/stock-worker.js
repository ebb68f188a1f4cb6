/** Stock Pyodide in a worker, as its documentation has it: it loads at once, and runs the programs that it is sent. */
import { loadPyodide } from '/pyodide/pyodide.mjs';

const loaded = loadPyodide({
  stdout: (line) => postMessage({ line }),
  stderr: (line) => postMessage({ line }),
});

addEventListener('message', async ({ data }) => {
  const pyodide = await loaded;
  try {
    await pyodide.runPythonAsync(data);
    postMessage({ ended: 'finished' });
  } catch (error) {
    postMessage({ line: String(error) });
    postMessage({ ended: 'failed' });
  }
});
