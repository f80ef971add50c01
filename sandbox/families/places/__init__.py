"""Every place a synthetic family can live; the admission plans' zones cover exactly these."""

from sandbox.families.places.addresses import address_in, county_address, street_address
from sandbox.families.places.licang import LICANG
from sandbox.families.places.lixia import LIXIA
from sandbox.families.places.region import Places, Region, Road
from sandbox.families.places.zhifu import ZHIFU

__all__ = [
    "LICANG",
    "LIXIA",
    "ZHIFU",
    "Places",
    "Region",
    "Road",
    "address_in",
    "county_address",
    "street_address",
]
