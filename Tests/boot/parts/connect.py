"""Tries to connect to an address; writes into a file how it went. connect.py FILE ADDRESS PORT"""
import errno, socket, sys

path, address, port = sys.argv[1:]
try:
    socket.create_connection((address, int(port)), timeout=3).close()
    result = "connected"
except OSError as error:
    # The filter drops what is sent; the kernel says so at once or never.
    result = "not permitted" if error.errno == errno.EPERM or isinstance(error, TimeoutError) else str(error)
with open(path, "w") as file:
    print(result, file=file)
