// Talks to the emulator as any Node program would. Takes its target from the environment, prints one JSON line.
import assert from 'node:assert/strict';
import { promisify } from 'node:util';
import { Connection, Request, TYPES } from 'tedious';

const encrypt = { false: false, true: true, strict: 'strict' }[process.env.EMULATOR_ENCRYPT];

const connection = new Connection({
  server: '127.0.0.1',
  authentication: { type: 'default', options: { userName: 'sa', password: process.env.EMULATOR_PASSWORD } },
  options: {
    port: Number(process.env.EMULATOR_PORT),
    encrypt,
    serverName: 'localhost',
    trustServerCertificate: true,
    database: 'shop',
    rowCollectionOnRequestCompletion: true,
    packetSize: 512,
  },
});

function run(start, text, parameters = []) {
  return new Promise((resolve, reject) => {
    const request = new Request(text, (error, count, rows) =>
      error ? reject(error) : resolve({ count, rows: rows.map((row) => row.map((cell) => cell.value)) }));
    parameters.forEach(([name, type, value]) => request.addParameter(name, type, value));
    connection[start](request);
  });
}

const call = (method, ...args) => promisify(connection[method].bind(connection))(...args);

await new Promise((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));

const batch = await run('execSqlBatch', 'SELECT odd');
const parameters = await run('execSql', 'SELECT @a, @b, @c', [
  ['a', TYPES.Int, 7],
  ['b', TYPES.NVarChar, 'K\u00e4se \u{1F600}'],
  ['c', TYPES.VarBinary, Buffer.from([1, 2])],
]);
const failure = await run('execSqlBatch', 'SELECT nothing').catch((error) => error);
assert.equal(failure.number, 208);

const prepared = new Request('SELECT @a', () => {});
prepared.addParameter('a', TYPES.Int);
prepared.on('error', (error) => { throw error; });
await new Promise((resolve) => { prepared.on('prepared', resolve); connection.prepare(prepared); });
const executed = [];
for (const a of [1, 2]) {
  executed.push(await new Promise((resolve, reject) => {
    prepared.userCallback = (error, count, rows) => (error ? reject(error) : resolve(rows[0][0].value));
    prepared.callback = prepared.userCallback;
    connection.execute(prepared, { a });
  }));
}
await new Promise((resolve) => { prepared.callback = resolve; connection.unprepare(prepared); });

await call('beginTransaction');
await new Promise((resolve, reject) => {
  connection.saveTransaction((error) => (error ? reject(error) : resolve()), 'half');
});
await call('commitTransaction');
await call('beginTransaction');
await call('rollbackTransaction');

const endless = new Request('SELECT endless', () => {});
const cancelled = await new Promise((resolve) => {
  endless.callback = resolve;
  endless.once('row', () => connection.cancel());
  connection.execSqlBatch(endless);
});
assert.equal(cancelled.code, 'ECANCEL');

await run('execSqlBatch', 'use [other]');
await call('reset');
const after = await run('execSqlBatch', 'SELECT odd');
assert.deepEqual(after, batch);

connection.close();
console.log(JSON.stringify({ batch, parameters, executed }));
