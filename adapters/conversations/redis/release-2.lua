--[[
  Gives the lease back when it is still held, and tells whether the conversation needs nobody any more.

  KEYS[1] meta   hash: end, epoch, until, delivered, state
  KEYS[2] inbox  list
  ARGV[1] epoch of the lease

  Result 1 when the inbox is empty and nothing waits for delivery, else 0
]]
local meta = redis.call('HMGET', KEYS[1], 'epoch', 'end', 'delivered')
if meta[1] == ARGV[1] then redis.call('HDEL', KEYS[1], 'until') end
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if meta[3] and tonumber(meta[3]) < tonumber(meta[2] or 0) then return 0 end
return 1
