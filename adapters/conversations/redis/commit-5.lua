--[[
  Writes what one worked message changes: state and log, and the message leaves the inbox. Extends the lease.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list of "<sealed>\n<message id>", oldest first
  KEYS[3] log    list of sealed activities; the last one has position end - 1
  KEYS[4] seen   hash
  KEYS[5] order  list
  ARGV[1] epoch of the lease
  ARGV[2] message id
  ARGV[3] sealed state
  ARGV[4] milliseconds of the lease from now on
  ARGV[5] most entries in the log
  ARGV[6] milliseconds an idle conversation is kept
  ARGV[7] origin: name of this process
  ARGV[8] conversation
  ARGV[9...] sealed replies in order

  A lease that has run out still counts while nobody took a newer one: then nobody else can have written.
  Result { 'committed', end } | { 'fenced' } | { 'done before', end }
]]
local meta = redis.call('HMGET', KEYS[1], 'epoch', 'until', 'end')
if meta[1] ~= ARGV[1] or not meta[2] then return { 'fenced' } end

local last = tonumber(meta[3] or 0)
local first = redis.call('LINDEX', KEYS[2], 0)
if not first or string.sub(first, string.find(first, '\n', 1, true) + 1) ~= ARGV[2] then
  return { 'done before', last }
end

redis.call('LPOP', KEYS[2])
for i = 9, #ARGV do redis.call('RPUSH', KEYS[3], ARGV[i]) end
redis.call('LTRIM', KEYS[3], -tonumber(ARGV[5]), -1)
last = last + #ARGV - 8

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('HSET', KEYS[1], 'state', ARGV[3], 'end', last, 'until', string.format('%.0f', now + tonumber(ARGV[4])))
if redis.call('EXISTS', KEYS[2]) == 0 then
  for i = 1, 5 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
end
if #ARGV > 8 then redis.call('PUBLISH', 'sw:live', last .. ' ' .. ARGV[7] .. ' ' .. ARGV[8]) end
return { 'committed', last }
