import { CLOCK } from './redis-scripts.js';

/**
 * The keys of one subject, all in one slot of a cluster: the reservations by id, then their ids in
 * the order of when they were made, until when they fly and when they can be forgotten, then those that
 * hold money, and sums over windows. Nothing looks at all of a subject's reservations.
 */
export function bookKeys(prefix: string, subject: string): string[] {
  return ['', ':made', ':flying', ':forget', ':paid', ':windows'].map((part) => `${prefix}limits:{${subject}}${part}`);
}

/** What a reservation is in the hash: at, reserved, amount, countedUntil, what was told of it or false. */
const COMMON = `${CLOCK}
local entries, made, flying, forget, paid, windows = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]

local function find(id)
  local found = redis.call('HGET', entries, id)
  return found and cjson.decode(found)
end

-- An amount stands in each sum that has it. The order matters: what a full Redis refuses comes first.
local function setAmount(id, entry, amount)
  local before = entry[3]
  entry[3] = amount
  redis.call('HSET', entries, id, cjson.encode(entry))
  if amount == before then return end
  local all = redis.call('HGETALL', windows)
  for i = 1, #all, 2 do
    local sum, from = string.match(all[i + 1], '^(%S+) (%S+)$')
    if entry[1] > tonumber(from) then
      redis.call('HSET', windows, all[i], string.format('%.0f %s', tonumber(sum) + amount - before, from))
    end
  end
  if amount == 0 then redis.call('ZREM', paid, id) else redis.call('ZADD', paid, entry[1], id) end
end

local function drop(id)
  local entry = find(id)
  if entry and entry[3] ~= 0 then setAmount(id, entry, 0) end
  redis.call('HDEL', entries, id)
  for i = 2, 5 do redis.call('ZREM', KEYS[i], id) end
end

local function amountsBetween(from, to)
  local ids = redis.call('ZRANGEBYSCORE', paid, '(' .. string.format('%.0f', from), to)
  local sum = 0
  for i = 1, #ids, 1000 do
    for _, found in ipairs(redis.call('HMGET', entries, unpack(ids, i, math.min(i + 999, #ids)))) do
      if found then sum = sum + cjson.decode(found)[3] end
    end
  end
  return sum
end

-- The sum over a window moves on with time: what has left it is taken off, and nothing is added up anew.
local function spentIn(ms, now, keep)
  local start = now - ms
  local sum, from = string.match(redis.call('HGET', windows, ms) or '', '^(%S+) (%S+)$')
  if sum then
    sum, from = tonumber(sum), tonumber(from)
    if start > from then sum = sum - amountsBetween(from, string.format('%.0f', start)) end
    if start < from then sum = sum + amountsBetween(start, string.format('%.0f', from)) end
  else
    sum = amountsBetween(start, '+inf')
    if keep and redis.call('HLEN', windows) >= 4 then redis.call('DEL', windows) end
  end
  if keep then redis.call('HSET', windows, ms, string.format('%.0f %.0f', sum, start)) end
  return sum
end

local function first(key, after)
  local found = redis.call('ZRANGEBYSCORE', key, '(' .. string.format('%.0f', after), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  return tonumber(found[2])
end
`;

/**
 * ARGV now or an empty text, id, amount, milliseconds in flight or 0, milliseconds for which it counts,
 * then of each limit its most and its milliseconds, or -1. Some of what can be forgotten goes each time.
 */
export const RESERVE = `${COMMON}
local now, id, amount, flight, counted = clock(ARGV[1]), ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local requests, requestsMs, most, spend, spendMs = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10]
for _, old in ipairs(redis.call('ZRANGEBYSCORE', forget, '-inf', now, 'LIMIT', 0, 100)) do drop(old) end
local known = find(id)
if known then
  if known[5] ~= 'free' then return {'ok', 0} end
  drop(id)
end
if requests >= 0 and redis.call('ZCOUNT', made, '(' .. string.format('%.0f', now - requestsMs), '+inf') + 1 > requests then
  return {'requests', (first(made, now - requestsMs) or now) + requestsMs - now}
end
redis.call('ZREMRANGEBYSCORE', flying, '-inf', now)
if most >= 0 and flight > 0 and redis.call('ZCARD', flying) + 1 > most then return {'tasksInFlight', -1} end
if spend >= 0 and spentIn(spendMs, now, true) + amount > spend then
  return {'spend', (first(paid, now - tonumber(spendMs)) or now) + tonumber(spendMs) - now}
end
setAmount(id, {now, amount, 0, now + counted, false}, amount)
redis.call('ZADD', made, now, id)
if flight > 0 then redis.call('ZADD', flying, now + flight, id) end
redis.call('ZADD', forget, now + math.max(flight, counted), id)
local last = tonumber(redis.call('ZRANGE', forget, -1, -1, 'WITHSCORES')[2])
for i = 1, 6 do redis.call('PEXPIRE', KEYS[i], math.max(1, last - now)) end
return {'ok', 0}
`;

/** ARGV now or an empty text, id, what is told: an amount, kept or free. Joined with what was told before as \`joinOutcomes\` does. */
export const SETTLE = `${COMMON}
local now, id, said = clock(ARGV[1]), ARGV[2], ARGV[3]
local entry = find(id)
if not entry then return 0 end
local told, number = entry[5], tonumber(said)
if type(told) == 'number' then
  if number and number > told then told = number end
elseif number then
  told = number
elseif told ~= 'kept' then
  told = said
end
entry[5] = told
local amount = entry[2]
if type(told) == 'number' then amount = told elseif told == 'free' then amount = 0 end
setAmount(id, entry, amount)
redis.call('ZREM', flying, id)
if entry[4] <= now then drop(id) else redis.call('ZADD', forget, entry[4], id) end
return 1
`;

/** ARGV now or an empty text, milliseconds of the window, or since when and no milliseconds. */
export const SPENT = `${COMMON}
if ARGV[3] ~= '' then return tostring(amountsBetween(tonumber(ARGV[3]), '+inf')) end
return string.format('%.0f', spentIn(ARGV[2], clock(ARGV[1]), false))
`;
