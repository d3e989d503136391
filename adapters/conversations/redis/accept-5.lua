--[[
  Takes one message into the inbox, once per id, and shows it in the log when it is to be seen.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list of "<sealed>\n<message id>", oldest first
  KEYS[3] log    list of sealed activities; the last one has position end - 1
  KEYS[4] seen   hash: message id -> its log position, -1 when not shown
  KEYS[5] order  list of the ids in seen, oldest first
  ARGV[1] message id
  ARGV[2] sealed message
  ARGV[3] sealed activity to be shown, '' for none
  ARGV[4] most messages in the inbox
  ARGV[5] most entries in the log
  ARGV[6] most ids in seen
  ARGV[7] milliseconds an idle conversation is kept
  ARGV[8] origin: name of this process
  ARGV[9] conversation

  A conversation with waiting messages never expires.
  Result { 'accepted', position or -1 } | { 'duplicate', position or -1, end } | { 'full' }
]]
local before = redis.call('HGET', KEYS[4], ARGV[1])
if before then
  if redis.call('EXISTS', KEYS[2]) == 0 then
    for i = 1, 5 do redis.call('PEXPIRE', KEYS[i], ARGV[7]) end
  end
  return { 'duplicate', tonumber(before), tonumber(redis.call('HGET', KEYS[1], 'end') or 0) }
end

if redis.call('LLEN', KEYS[2]) >= tonumber(ARGV[4]) then return { 'full' } end

local last = tonumber(redis.call('HGET', KEYS[1], 'end') or 0)
local position = -1
if ARGV[3] ~= '' then
  position = last
  last = last + 1
  redis.call('RPUSH', KEYS[3], ARGV[3])
  redis.call('LTRIM', KEYS[3], -tonumber(ARGV[5]), -1)
end
redis.call('HSET', KEYS[1], 'end', last)
redis.call('RPUSH', KEYS[2], ARGV[2] .. '\n' .. ARGV[1])
redis.call('HSET', KEYS[4], ARGV[1], position)
if redis.call('RPUSH', KEYS[5], ARGV[1]) > tonumber(ARGV[6]) then
  redis.call('HDEL', KEYS[4], redis.call('LPOP', KEYS[5]))
end
for i = 1, 5 do redis.call('PERSIST', KEYS[i]) end
if position >= 0 then redis.call('PUBLISH', 'sw:live', last .. ' ' .. ARGV[8] .. ' ' .. ARGV[9]) end
return { 'accepted', position }
