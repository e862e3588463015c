"""The field's topics, one list for notes, articles, filters and the health of the library."""

from enum import StrEnum

from corpus.wording import Wording


class Topic(StrEnum):
    """What an article is about; an article has a few of them, the most important first."""

    CCO_ROLE = "cco-role"
    REPORTING_LINE = "reporting-line"
    FIRST_100_DAYS = "first-100-days"
    GOVERNANCE = "governance"
    LEADERSHIP = "leadership"
    STRATEGY = "strategy"
    CULTURE = "culture"
    SYMMETRY_OF_ATTENTION = "symmetry-of-attention"
    EMPLOYEE_EXPERIENCE = "employee-experience"
    VOICE_OF_THE_CUSTOMER = "voice-of-the-customer"
    NPS = "nps"
    SATISFACTION = "satisfaction"
    EFFORT = "effort"
    JOURNEYS = "journeys"
    SERVICE_DESIGN = "service-design"
    CUSTOMER_SERVICE = "customer-service"
    COMPLAINTS = "complaints"
    LOYALTY = "loyalty"
    B2B = "b2b"
    CUSTOMER_SUCCESS = "customer-success"
    DATA = "data"
    AI = "ai"
    PERSONALISATION = "personalisation"
    ROI = "roi"
    MATURITY = "maturity"
    PUBLIC_SECTOR = "public-sector"


TOPIC_NAMES = {
    Topic.CCO_ROLE: Wording(en="The CCO's role and mandate", fr="Rôle et mandat du CCO"),
    Topic.REPORTING_LINE: Wording(en="Reporting line", fr="Rattachement hiérarchique"),
    Topic.FIRST_100_DAYS: Wording(en="First 100 days", fr="Cent premiers jours"),
    Topic.GOVERNANCE: Wording(en="Governance and silos", fr="Gouvernance et silos"),
    Topic.LEADERSHIP: Wording(en="Leadership by example", fr="Exemplarité des dirigeants"),
    Topic.STRATEGY: Wording(en="Strategy and definitions", fr="Stratégie et définitions"),
    Topic.CULTURE: Wording(en="Customer culture", fr="Culture client"),
    Topic.SYMMETRY_OF_ATTENTION: Wording(en="Symmetry of attention", fr="Symétrie des attentions"),
    Topic.EMPLOYEE_EXPERIENCE: Wording(en="Employee experience", fr="Expérience collaborateur"),
    Topic.VOICE_OF_THE_CUSTOMER: Wording(en="Voice of the customer", fr="Voix du client"),
    Topic.NPS: Wording(en="NPS and its critics", fr="Le NPS et ses critiques"),
    Topic.SATISFACTION: Wording(en="Satisfaction (CSAT)", fr="Satisfaction (CSAT)"),
    Topic.EFFORT: Wording(en="Customer effort (CES)", fr="Effort client (CES)"),
    Topic.JOURNEYS: Wording(en="Customer journeys", fr="Parcours client"),
    Topic.SERVICE_DESIGN: Wording(en="Service design", fr="Design de service"),
    Topic.CUSTOMER_SERVICE: Wording(en="Customer service", fr="Service client"),
    Topic.COMPLAINTS: Wording(
        en="Complaints and service recovery", fr="Réclamations et reconquête"
    ),
    Topic.LOYALTY: Wording(en="Loyalty", fr="Fidélité"),
    Topic.B2B: Wording(en="B2B", fr="B2B"),
    Topic.CUSTOMER_SUCCESS: Wording(en="Customer success", fr="Customer success"),
    Topic.DATA: Wording(en="Customer data", fr="Données clients"),
    Topic.AI: Wording(en="Artificial intelligence", fr="Intelligence artificielle"),
    Topic.PERSONALISATION: Wording(en="Personalisation", fr="Personnalisation"),
    Topic.ROI: Wording(en="ROI and business case", fr="ROI et justification économique"),
    Topic.MATURITY: Wording(en="Maturity models", fr="Modèles de maturité"),
    Topic.PUBLIC_SECTOR: Wording(en="Public sector", fr="Secteur public"),
}
