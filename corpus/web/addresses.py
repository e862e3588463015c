"""Which addresses a URL may lead to: the public internet, unless a setting says otherwise.

A page that someone makes us fetch must not reach the services of this machine or of its
network (server-side request forgery). The address is checked and then connected to as such,
so that a name cannot resolve to another address between the two (DNS rebinding).
"""

import asyncio
import ipaddress
import socket

from corpus.web.obstacles import FetchError, Obstacle

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses written in IPv6, RFC 6052


async def checked_address(host: str, port: int, *, allow_private: bool) -> str:
    """Return an IP address of `host` that may be connected to.

    Raises FetchError when the name is unknown, or when any of its addresses is not public
    and `allow_private` is false.
    """
    try:
        entries = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            Obstacle.UNREACHABLE,
            en=f"The name {host} is not found. Check the address and the network connection.",
            fr=f"Le nom {host} est introuvable. Vérifiez l’adresse et la connexion au réseau.",
        ) from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in entries]
    if not allow_private and not all(map(is_public, addresses)):
        raise FetchError(
            Obstacle.PRIVATE,
            en=f"{host} is an address of this machine or of a private network, which is not "
            "fetched from. Save the page as a file and add that, or allow private addresses "
            "in the settings.",
            fr=f"{host} est une adresse de cette machine ou d’un réseau privé : rien n’y est "
            "téléchargé. Enregistrez la page dans un fichier et ajoutez-le, ou autorisez les "
            "adresses privées dans les réglages.",
        )
    return str(addresses[0])


def is_public(address: _IPAddress) -> bool:
    """Whether an address is on the public internet, in whichever notation it hides."""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if inside is None and address in _NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
    return address.is_global and not address.is_multicast
